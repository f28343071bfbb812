import hashlib, json, sys, zipfile, zlib
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

sealed = zipfile.ZipFile(sys.argv[1])
header = sealed.read('debut.json')
how = json.loads(header)['encryption']
passphrase = sys.argv[2].encode()  # NFKC
key = hashlib.pbkdf2_hmac('sha256', passphrase, bytes.fromhex(how['salt']), how['iterations'], 32)
with zipfile.ZipFile(sys.argv[3], 'w', zipfile.ZIP_DEFLATED) as plain:
    for path in sealed.namelist()[1:]:
        bound = b'manifest of ' + header if path == 'manifest.json.aes' else path.encode()
        content = sealed.read(path)
        packed = AESGCM(key).decrypt(content[:12], content[12:], bound)
        plain.writestr(path.removesuffix('.aes'), zlib.decompress(packed, -15))
