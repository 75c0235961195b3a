import {ask, element, problem} from './parts.js';

function link(address, text) {
  return element('a', text, {href: address, target: '_blank', rel: 'noopener'});
}

function row(list, term, ...content) {
  list.append(element('dt', term));
  const description = element('dd');
  description.append(...content);
  list.append(description);
}

function show(node, task) {
  const list = element('dl', null, {'data-test': 'case'});
  row(list, 'Case', link(task.caseUrl, task.caseNumber), ' ' + task.title);
  if (task.cites) {
    row(list, 'Law', task.cites);
  }
  if (task.due) {
    row(list, 'Due', task.due);
  }
  if (task.clock) {
    row(list, 'Why', task.clock.why);
  }
  node.replaceChildren(list);
  if (task.pages.length) {
    node.append(element('h4', 'Record pages'));
    const pages = element('ul');
    task.pages.forEach((page) => {
      const item = element('li');
      item.append(link(page.url, page.title));
      pages.append(item);
    });
    node.append(pages);
  }
}

export default [
  {
    id: 'muniflow-case',
    pluginPoint: 'tasklist.task.detail',
    priority: 950,
    properties: {label: 'Case'},
    render(node, {taskId}) {
      const place = element('div', 'Loading …', {class: 'muniflow'});
      node.replaceChildren(place);
      ask('/api/tasks/' + encodeURIComponent(taskId) + '/case')
        .then((task) => show(place, task))
        .catch((failure) => problem(place, failure));
    },
    unmount() {}
  }
];
