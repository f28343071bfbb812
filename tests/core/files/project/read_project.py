import hashlib, json, sys, zipfile
import numpy as np

project = zipfile.ZipFile(sys.argv[1])
for part in json.loads(project.read('manifest.json'))['parts']:
    content = project.read(part['path'])
    assert hashlib.sha256(content).hexdigest() == part['sha256'], part['path']
    if part['path'].endswith('.safetensors') and part['kind'] == 'column':
        size = int.from_bytes(content[:8], 'little')
        column = json.loads(json.loads(content[8:8 + size])['__metadata__']['record'])
        print(column['name'], np.frombuffer(content, '<f8', offset=8 + size)[:3])
print(project.read('data-sets/1/launches-1.csv').decode()[:80])
