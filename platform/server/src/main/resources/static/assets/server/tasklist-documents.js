import {ask, element, problem, token} from './parts.js';

function link(entry) {
  return element('a', entry.fileName, {href: '/api/documents/' + encodeURIComponent(entry.id)});
}

function facts(entry) {
  return ' ' + [
    entry.type,
    'received ' + entry.receivedOn,
    entry.version > 1 ? 'version ' + entry.version + ': ' + entry.why : '',
    entry.closedUnder ? 'closed under ' + entry.closedUnder : '',
    entry.compartment || ''
  ].filter(Boolean).join(', ') + ' ';
}

function listed(documents) {
  if (!documents.length) {
    return element('p', 'No documents yet.');
  }
  const list = element('ul', null, {'data-test': 'documents'});
  documents.forEach((entry) => {
    const item = element('li');
    item.append(link(entry), facts(entry));
    if (entry.page) {
      // Another window: leaving Tasklist would empty an unsaved form.
      item.append(element('a', 'Versions and mark', {href: entry.page, target: '_blank', rel: 'noopener', 'aria-label': 'Versions and mark of ' + entry.fileName}));
    }
    if (entry.former.length) {
      const former = element('ul');
      entry.former.forEach((before) => {
        const line = element('li', 'Version ' + before.version + ': ');
        line.append(link(before), ' stored by ' + before.storedBy);
        former.append(line);
      });
      item.append(former);
    }
    list.append(item);
  });
  return list;
}

function select(id, name, options) {
  const made = element('select', null, {id, name, class: 'form-control'});
  options.forEach(([value, label]) => made.append(element('option', label, {value})));
  return made;
}

function form(address, documents, compartments, refresh, node) {
  const made = element('form', null, {class: 'form', 'data-test': 'upload'});
  const file = element('input', null, {type: 'file', name: 'file', id: 'muniflow-file', required: 'required'});
  const received = element('input', null, {type: 'date', name: 'receivedOn', id: 'muniflow-received', class: 'form-control'});
  const replaces = select('muniflow-replaces', 'replaces', [['', 'nothing: it is a new document'],
    ...documents.map((entry) => [entry.id, entry.fileName])]);
  const reason = element('input', null, {type: 'text', name: 'reason', id: 'muniflow-reason', class: 'form-control', maxlength: '1000'});
  const why = element('div');
  why.append(element('label', 'Why there is a newer version', {for: reason.id}), reason);
  const marks = element('div');
  const confidential = element('input', null, {type: 'checkbox', name: 'confidential', value: 'true', id: 'muniflow-confidential'});
  const compartment = select('muniflow-compartment', 'compartment', [['', 'none'],
    ...compartments.map((part) => [part.id, part.title])]);
  const send = element('button', 'Add the document', {type: 'submit', class: 'btn btn-primary'});
  marks.append(confidential, ' ', element('label', 'Confidential business information', {for: confidential.id}));
  if (compartments.length) {
    marks.append(element('br'), element('label', 'Compartment', {for: compartment.id}), compartment);
  }
  const show = () => {
    why.hidden = !replaces.value;
    marks.hidden = !!replaces.value;
    send.textContent = replaces.value ? 'Store the version' : 'Add the document';
  };
  replaces.addEventListener('change', show);
  made.append(
    element('label', 'File', {for: file.id}), file,
    element('label', 'Received by the city on (empty: today)', {for: received.id}), received
  );
  if (documents.length) {
    made.append(element('label', 'It replaces', {for: replaces.id}), replaces, why);
  }
  made.append(marks, element('p'), send);
  show();
  made.addEventListener('submit', async (event) => {
    event.preventDefault();
    send.disabled = true;
    try {
      const data = new FormData(made);
      if (!data.get('receivedOn')) {
        data.delete('receivedOn');
      }
      const to = replaces.value ? '/api/documents/' + encodeURIComponent(replaces.value) + '/versions' : address;
      await ask(to, {method: 'POST', body: data, headers: {Accept: 'application/json', ...(await token())}});
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
      const task = '/api/tasks/' + encodeURIComponent(taskId);
      const address = task + '/documents';
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
        Promise.all([ask(address), ask(task + '/compartments')])
          .then(([documents, compartments]) => {
            list.replaceChildren(listed(documents));
            adding.replaceChildren(form(address, documents, compartments, refresh, message));
          })
          .catch((failure) => problem(list, failure));
      };
      refresh();
    },
    unmount() {}
  }
];
