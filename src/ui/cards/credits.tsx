/** Whose data the map is drawn from, on one line where there is room. */
export function Credits({ lines }: { lines: readonly string[] }) {
  return (
    <p class="credits">
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </p>
  );
}
