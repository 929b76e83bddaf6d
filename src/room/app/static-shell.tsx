/** The same wordless shape as in `index.html`, whose styles it uses: for while the customer's language is on its way. */
export const StaticShell = () => (
  <div className="shell" aria-busy>
    <div className="shell-header" />
    <div className="shell-main">
      <div className="shell-line" />
      <div className="shell-line" />
      <div className="shell-card" />
    </div>
  </div>
);
