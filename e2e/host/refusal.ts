/** Something that only the person at the keyboard can mend. Told in one sentence, with exit code 2. */
export class Refusal extends Error {}
