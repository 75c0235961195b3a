export default {
  customScripts: ['../../../assets/server/session.js']
};
