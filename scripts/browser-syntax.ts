import { parseSync, Visitor } from 'vite';

/**
 * Syntax in a built script that Chrome 90 or Safari 14 cannot read, each with an excerpt. The bundler rewrites most of
 * it; what it passes through in silence (regular expressions, top-level await) would leave an old desk with a blank page.
 */
export function newerThanTarget(script: string): string[] {
  const found: string[] = [];
  const newer = (what: string) => (node: { start: number; end: number }) => {
    found.push(`${what} \`${script.slice(node.start, Math.min(node.end, node.start + 60))}\``);
  };
  const expression = (node: { start: number; end: number }, pattern: string, flags: string) => {
    if (/\(\?<[=!]/.test(pattern)) newer('a lookbehind')(node);
    if (/[dv]/.test(flags)) newer('a regular expression flag')(node);
  };
  const { program, errors } = parseSync('built.js', script);
  found.push(...errors.map(({ message }) => message));
  let functions = 0;
  const enter = () => {
    functions += 1;
  };
  const leave = () => {
    functions -= 1;
  };
  new Visitor({
    FunctionDeclaration: enter,
    'FunctionDeclaration:exit': leave,
    FunctionExpression: enter,
    'FunctionExpression:exit': leave,
    ArrowFunctionExpression: enter,
    'ArrowFunctionExpression:exit': leave,
    AwaitExpression(node) {
      if (functions === 0) newer('top-level await')(node);
    },
    PropertyDefinition: newer('a class field'),
    StaticBlock: newer('a static block'),
    PrivateIdentifier: newer('a private name'),
    Literal(node) {
      if ('regex' in node) expression(node, node.regex.pattern, node.regex.flags);
    },
    NewExpression(node) {
      // So the bundler writes a literal that the target cannot read: the script loads, and fails when it gets there.
      const [pattern, flags] = node.arguments.map((each) => (each.type === 'Literal' ? String(each.value) : ''));
      if (script.slice(node.callee.start, node.callee.end) === 'RegExp') expression(node, pattern ?? '', flags ?? '');
    },
  }).visit(program);
  return found;
}
