export default {
  links: [],
  customScripts: ['../../../assets/server/session.js']
};
