// Builds elements from one flat list of instructions: no HTML parser, no sink that a policy could forbid.
// The format is documented in batch.rs, which writes it.
const SVG = "http://www.w3.org/2000/svg";

export function replay(root, ops, text) {
  const document = root.ownerDocument;
  const tree = document.createDocumentFragment();
  let node = tree;
  let at = 0;
  let name = "";
  let depth = 0;
  for (const op of ops) {
    const value = text.substring(at, (at += op >>> 3));
    switch (op & 7) {
      case 0:
        // Within a picture everything is of SVG.
        if (depth || value === "svg") depth++;
        node = node.appendChild(depth ? document.createElementNS(SVG, value) : document.createElement(value));
        break;
      case 1: name = value; break;
      case 2: node.setAttribute(name, value); break;
      case 3: node.append(value); break;
      default:
        if (depth) depth--;
        node = node.parentNode;
    }
  }
  root.replaceChildren(tree);
}
