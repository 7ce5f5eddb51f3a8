/*
 * What is seen before anything is known: the shape of the page. index.html holds the same, so that it is there with the
 * first paint; a test holds the two together. Its styles come with the page (first-paint.css).
 */

/** A page within its frame: a heading and rows. */
export function PageShape() {
  return (
    <div className="first-page" role="status" aria-busy="true" aria-label="Loading">
      <i className="first-title" />
      <div className="first-panel">
        <i />
        <i />
        <i />
        <i />
        <i />
        <i />
      </div>
    </div>
  );
}

/** The whole window: the rail, the bar and a page; or, at a door, its card. */
export function FirstShape() {
  return (
    <div className="first">
      <div className="first-rail">
        <i />
        <i />
        <i />
        <i />
        <i />
        <i />
        <i />
        <i />
      </div>
      <div className="first-bar">
        <i />
      </div>
      <PageShape />
    </div>
  );
}
