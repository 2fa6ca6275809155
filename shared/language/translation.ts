/** The texts of a language: areas, and in each the texts by name. */
export type Texts = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * The texts of an area as Spanish has to have them: the same names, and of each plural one form more, which Spanish
 * has for round millions ("1.000.000 de claves"; CLDR's category "many").
 */
export type Translation<Area> = { readonly [K in keyof Area]: string } & {
  readonly [K in keyof Area as K extends `${infer Name}_other` ? `${Name}_many` : never]: string;
};

type WithoutForm<K> = K extends `${infer Name}_one` | `${infer Name}_other` ? Name : K;

/** Each text by its area and name, "keys.title"; a plural by the name without its form. */
export type TextName<T> = {
  [A in keyof T & string]: `${A}.${WithoutForm<keyof T[A] & string> & string}`;
}[keyof T & string];

type NamesIn<Text> = Text extends `${string}{{${infer Name}}}${infer Rest}` ? Name | NamesIn<Rest> : never;

type At<T, K extends string> = K extends keyof T ? T[K] : never;

/** What the values of a text are called: `{{name}}` in it. A plural takes its `count` also where it does not say it. */
export type ValueName<T, Name extends string> = Name extends `${infer Area}.${infer K}`
  ? ValueNameIn<At<T, Area>, K>
  : never;

type ValueNameIn<Area, K extends string> = K extends keyof Area
  ? NamesIn<Area[K]>
  : `${K}_other` extends keyof Area
    ? 'count' | NamesIn<At<Area, `${K}_one`>> | NamesIn<At<Area, `${K}_other`>>
    : never;
