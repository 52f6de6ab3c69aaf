/** Codes to keep, each on a line of its own, in letters that are not taken for others. */
export function CodeList({ label, codes }: { label: string; codes: string[] }) {
  return (
    <section className="secret" aria-label={label}>
      <h2 className="secret-title">{label}</h2>
      <ol className="secret-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** One code or address, to be handed to somebody. */
export function Secret({ label, value }: { label: string; value: string }) {
  return (
    <div className="secret">
      <p className="secret-title">{label}</p>
      <code className="secret-value">{value}</code>
    </div>
  );
}

/** A code for the camera of a phone; dark on light in every theme, or no camera reads it. */
export function QrCode({ src, alt }: { src: string; alt: string }) {
  return <img className="qr-code" src={src} alt={alt} width={264} height={264} />;
}
