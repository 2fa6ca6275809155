type TrustedTypes = {
  createPolicy(name: 'default', rules: { createHTML(text: string): string }): void;
};

/**
 * The one policy that the page's Content-Security-Policy allows. Mantine sets the text of its style tags as HTML:
 * text without a tag is let through, markup never, nor any script.
 * @throws TypeError, at the place of the assignment, for markup.
 */
export function allowPlainTextOnly(): void {
  const { trustedTypes } = window as { readonly trustedTypes?: TrustedTypes };
  trustedTypes?.createPolicy('default', {
    createHTML(text) {
      if (text.includes('<')) throw new TypeError('The page sets no markup');
      return text;
    },
  });
}
