/** Names for variants of an exercise: short, of no meaning for a network, and each told from the others at a glance. */

export const hostNames: readonly string[] =
  'ada amir anouk bela bruno carla chen dina dora elif emil enzo farah felix gita hana hugo ida igor ines jana jonas kai karim lara leo lina luca maja malik mina nadia nico nils olga oskar pablo petra quinn rana rosa sami selma tariq tilda ugo uma vera viktor wanda wim xenia yara yuki zeno zola'.split(
    ' ',
  );

export const resourceNames: readonly string[] =
  'amber atlas aurora breeze canyon cedar comet coral delta dune ember fjord garnet glacier harbor heron island ivory jasmine juniper koala lagoon lantern lotus maple meadow meteor nebula oasis ocean opal orchid pebble prairie quartz raven reef saffron sequoia sierra tundra velvet willow zephyr'.split(
    ' ',
  );

/** What a name like these says, the texts of an exercise say, too: these hosts keep it. */
export const tellingNames: ReadonlySet<string> = new Set(
  'backup browser cache client clients cloud database db dns edge finder gateway host hub index internet isp laptop lan mail origin phone peer peers printer proxy router seed seeds server servers spare switch tracker user users web'.split(
    ' ',
  ),
);
