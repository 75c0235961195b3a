import {ask, element, problem} from './parts.js';

export default [
  {
    id: 'muniflow-instance-case',
    pluginPoint: 'cockpit.processInstance.runtime.tab',
    priority: 950,
    properties: {label: 'Case'},
    render(node, {processInstanceId}) {
      const place = element('div', 'Loading …', {class: 'muniflow'});
      node.replaceChildren(place);
      ask('/api/instances/' + encodeURIComponent(processInstanceId) + '/case')
        .then((found) => {
          const line = element('p', 'Case ', {'data-test': 'case'});
          line.append(element('a', found.caseNumber, {href: found.caseUrl, target: '_blank', rel: 'noopener'}));
          place.replaceChildren(line);
        })
        .catch((failure) => problem(place, failure));
    },
    unmount() {}
  }
];
