/** The six lights: always a shape and a word beside the colour. Source: rules 7. */
export const kLights = ['red', 'yellow', 'blue', 'arrow', 'green', 'grey'] as const;
export type Light = (typeof kLights)[number];

/** Shapes in a square of 12. */
export const kShapes: Record<Light, string> = {
  red: 'M6 .8 11.6 11H.4z',
  yellow: 'M6 .4 11.6 6 6 11.6.4 6z',
  blue: 'M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1zm0 1.8a3.2 3.2 0 1 1 0 6.4 3.2 3.2 0 0 1 0-6.4z',
  arrow: 'M6 .8 11 6H8v5.2H4V6H1z',
  green: 'M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1z',
  grey: 'M1 5h10v2H1z',
};
