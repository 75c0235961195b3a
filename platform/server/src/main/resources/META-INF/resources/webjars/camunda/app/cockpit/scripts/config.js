export default {
  customScripts: ['../../../assets/server/session.js', '../../../assets/server/cockpit-case.js']
};
