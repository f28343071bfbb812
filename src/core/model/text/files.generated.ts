// Written by `npm run build:language`; do not edit.
export const languageFiles = {
  weights: {
    name: 'weights.a86345163119.bin',
    sizeBytes: 7080196,
    sha256: 'a863451631195f2a34e8113fe9d1788924cf4facfc5ae22f9ab5e002a8af08d4',
  },
  vocabulary: {
    name: 'vocabulary.9975feeeef9d.json',
    sizeBytes: 218306,
    sha256: '9975feeeef9df2c8a4072a53619551c69190bb6b699ca8a8e6b33edcd7b01434',
  },
  pictures: {
    name: 'pictures.beda940bb28e.bin',
    sizeBytes: 2697432,
    sha256: 'beda940bb28e73ec731d5b7e0f9d60cdccdfb288fd7805082afefc1286f23027',
  },
  glosses: {
    name: 'glosses.461bb1325b85.txt',
    sizeBytes: 2462869,
    sha256: '461bb1325b853c6175d9f68f0e3365ec7751d8678e2f1d552fd87cb372a1751e',
  },
  notice: {
    name: 'notice.0838e7019704.txt',
    sizeBytes: 470,
    sha256: '0838e70197046c352d46e4fb1e74edd0fc5d3833ffeba620b3f6c28fc29aecf4',
  },
} as const;
