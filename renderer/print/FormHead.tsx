import paper from './paper.module.css';

/** The head of a form: the site, the title in wide letters, and a line of what it covers. */
export function FormHead({ site, title, line }: { site: string; title: string; line: readonly string[] }) {
  return (
    <header>
      <p className={paper.site}>{site}</p>
      <h1 className={paper.title}>{title}</h1>
      <p className={paper.line}>
        {line.map((text) => (
          <span key={text}>{text}</span>
        ))}
      </p>
    </header>
  );
}
