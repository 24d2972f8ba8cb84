/** The words of any language: named as those of English, with the same to put in, whatever they say. */
export type Spoken<English> = English extends string
  ? string
  : English extends (...put: infer Put) => infer Said
    ? (...put: Put) => Spoken<Said>
    : { readonly [Name in keyof English]: Spoken<English[Name]> };
