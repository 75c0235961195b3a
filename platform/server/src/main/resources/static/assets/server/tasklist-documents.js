import {ask, element, problem, token} from './parts.js';

function listed(documents) {
  if (!documents.length) {
    return element('p', 'No documents yet.');
  }
  const list = element('ul', null, {'data-test': 'documents'});
  documents.forEach((entry) => {
    const item = element('li');
    item.append(
      element('a', entry.fileName, {href: '/api/documents/' + encodeURIComponent(entry.id)}),
      ' ' + [entry.type, 'received ' + entry.receivedOn, entry.confidential ? 'confidential' : '']
        .filter(Boolean).join(', ')
    );
    list.append(item);
  });
  return list;
}

function form(address, refresh, node) {
  const made = element('form', null, {class: 'form', 'data-test': 'upload'});
  const file = element('input', null, {type: 'file', name: 'file', id: 'muniflow-file', required: 'required'});
  const received = element('input', null, {type: 'date', name: 'receivedOn', id: 'muniflow-received', class: 'form-control'});
  const confidential = element('input', null, {type: 'checkbox', name: 'confidential', value: 'true', id: 'muniflow-confidential'});
  const send = element('button', 'Add the document', {type: 'submit', class: 'btn btn-primary'});
  made.append(
    element('label', 'File', {for: file.id}), file,
    element('label', 'Received by the city on (empty: today)', {for: received.id}), received,
    confidential, ' ', element('label', 'Confidential business information', {for: confidential.id}),
    element('p'), send
  );
  made.addEventListener('submit', async (event) => {
    event.preventDefault();
    send.disabled = true;
    try {
      const data = new FormData(made);
      if (!data.get('receivedOn')) {
        data.delete('receivedOn');
      }
      await ask(address, {method: 'POST', body: data, headers: {Accept: 'application/json', ...(await token())}});
      refresh();
    } catch (failure) {
      send.disabled = false;
      problem(node, failure);
    }
  });
  return made;
}

export default [
  {
    id: 'muniflow-documents',
    pluginPoint: 'tasklist.task.detail',
    priority: 940,
    properties: {label: 'Documents'},
    render(node, {taskId}) {
      const address = '/api/tasks/' + encodeURIComponent(taskId) + '/documents';
      const place = element('div', null, {class: 'muniflow'});
      const list = element('div', 'Loading …');
      const message = element('div');
      const adding = element('div');
      node.replaceChildren(place);
      place.append(
        element('p', 'Changing tabs empties an unsaved form: press Save there first.'), list, message, adding
      );
      const refresh = () => {
        message.replaceChildren();
        adding.replaceChildren(form(address, refresh, message));
        ask(address)
          .then((documents) => list.replaceChildren(listed(documents)))
          .catch((failure) => problem(list, failure));
      };
      refresh();
    },
    unmount() {}
  }
];
