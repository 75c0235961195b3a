// After sign-out, or when the session ended in another tab, the web application shows a sign-in form of its own that
// nobody can use here; lead to the one sign-in page instead.
function leave() {
  if (location.hash.startsWith('#/login')) {
    location.replace('/login?signedout');
  }
}

window.addEventListener('hashchange', leave);
leave();

export default [];
