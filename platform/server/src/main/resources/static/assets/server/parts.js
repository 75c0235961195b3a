// What the tabs share: building elements as text only, and asking the server in the session.
export function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  if (text !== undefined && text !== null) {
    made.textContent = text;
  }
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  return made;
}

export async function ask(address, options) {
  const answer = await fetch(address, {credentials: 'same-origin', headers: {Accept: 'application/json'}, ...options});
  const body = (answer.headers.get('content-type') || '').includes('json') ? await answer.json() : {};
  if (!answer.ok) {
    throw new Error(body.message || body.detail || 'The server answered ' + answer.status + '.');
  }
  return body;
}

export async function token() {
  const {headerName, token: value} = await ask('/api/csrf');
  return {[headerName]: value};
}

export function problem(node, failure) {
  node.replaceChildren(element('p', failure.message, {class: 'problem', role: 'alert'}));
}
