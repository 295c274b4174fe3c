/** The badge of a Node. */
export function ResourceIcon() {
  return (
    <span className="demo__resource-icon" title="Node">
      N
    </span>
  );
}
