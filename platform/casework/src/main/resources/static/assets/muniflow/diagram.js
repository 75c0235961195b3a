/* Draws the diagrams of a case page and marks the way taken. The list below each diagram says the same in words. */
(function () {
  'use strict';

  function marks(text) {
    return text ? text.split(' ') : [];
  }

  async function draw(place) {
    const answer = await fetch(place.dataset.diagram, { credentials: 'same-origin' });
    if (!answer.ok) throw new Error('The diagram could not be loaded (' + answer.status + ').');
    const viewer = new window.BpmnJS({ container: place });
    await viewer.importXML(await answer.text());
    const canvas = viewer.get('canvas');
    const registry = viewer.get('elementRegistry');
    const add = function (id, mark) {
      if (registry.get(id)) canvas.addMarker(id, mark);
    };
    marks(place.dataset.taken).forEach((id) => add(id, 'mf-taken'));
    marks(place.dataset.here).forEach((id) => add(id, 'mf-here'));
    canvas.zoom('fit-viewport', 'auto');
  }

  document.querySelectorAll('[data-diagram]').forEach((place) => {
    draw(place).catch((failure) => {
      place.textContent = failure.message + ' The list below says the same.';
    });
  });
})();
