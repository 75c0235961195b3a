#!/usr/bin/env bash
# Generates a department from the sample's tree: ./muniflow module new NAME calls this with the root of the tree.
set -euo pipefail

ROOT=$1
shift
SAMPLE=$ROOT/platform/testkit/sample/1.0.0

fail() {
  printf 'muniflow: %s\n' "$1" >&2
  exit "${2:-1}"
}

[[ $# -eq 1 ]] || fail "Name the department: ./muniflow module new street-trees" 2
NAME=$1
[[ $NAME =~ ^[a-z][a-z0-9]*(-[a-z0-9]+)*$ && ${#NAME} -le 40 ]] \
  || fail "'$NAME' is no name in kebab-case of at most 40 characters, such as street-trees." 2

# What the name becomes: a package, a schema, the beginning of classes and numbers, the prefix of case numbers, a title.
PACKAGE=${NAME//-/}
SCHEMA=${NAME//-/_}
CLASS=
for word in ${NAME//-/ }; do
  first=$(printf '%s' "${word:0:1}" | tr '[:lower:]' '[:upper:]')
  CLASS+=$first${word:1}
done
NUMBER=$(printf '%s' "${CLASS:0:1}" | tr '[:upper:]' '[:lower:]')${CLASS:1}
TITLE=${CLASS:0:1}${NAME:1}
TITLE=${TITLE//-/ }

case " abstract assert boolean break byte case catch char class const continue default do double else enum extends final \
finally float for goto if implements import instanceof int interface long native new package private protected public \
return short static strictfp super switch synchronized this throw throws transient try void volatile while true false null \
record var yield api kernel casework portal server testkit house muniflow all and any array as asc authorization between \
both check collate column constraint create cross current day desc distinct end except exists fetch foreign from full grant \
group having hour in inner intersect interval into is join key leading left like limit minute month natural not of off \
offset on only or order outer primary references right row select set some symmetric table then to trailing uescape union \
unique unknown user using value values when where window with year informationschema " in
  *" $PACKAGE "*) fail "'$NAME' is a word of Java, of SQL or of the platform; choose another name, such as $NAME-office." 2 ;;
esac
[[ $NAME != pg-* ]] || fail "A schema may not begin with pg_; choose another name." 2

for taken in "$ROOT/modules/$NAME" "$ROOT/bpmn/$NAME"; do
  [[ ! -e $taken ]] || fail "There is already $taken; choose another name, or remove it first."
done

# A prefix of case numbers that no department uses, of four letters.
letters=$(printf '%s' "${NAME//[^a-z]/}XXXX" | tr '[:lower:]' '[:upper:]')
PREFIX=
for candidate in "${letters:0:4}" "${letters:0:3}"{A..Z}; do
  if ! grep -rqs --include='*.java' "\"$candidate\"" "$ROOT/modules"; then
    PREFIX=$candidate
    break
  fi
done
[[ -n $PREFIX ]] || fail "No prefix of case numbers is left that begins with ${letters:0:3}; choose another name."

renamed() {
  sed -e "s/sample-permits/$NAME/g" -e "s/sample_permits/$SCHEMA/g" -e "s/samplepermits/$PACKAGE/g" \
    -e "s/SamplePermits/$CLASS/g" -e "s/samplePermits/$NUMBER/g" -e "s/Sample permits/$TITLE/g" \
    -e "s/sample permits/${NAME//-/ }/g" -e "s/SAMP/$PREFIX/g"
}

generate() { # FROM TO
  local file path
  while IFS= read -r file; do
    path=$(printf '%s' "${file#"$1"/}" | renamed)
    mkdir -p "$2/$(dirname "$path")"
    renamed <"$file" >"$2/$path"
  done < <(find "$1" -name target -prune -o -type f -print)
}

generate "$SAMPLE/module" "$ROOT/modules/$NAME"
generate "$SAMPLE/bpmn" "$ROOT/bpmn/$NAME"

# While it is developed, it may be installed again with other content.
manifest=$ROOT/modules/$NAME/src/main/resources/META-INF/MANIFEST.MF
sed 's/^Plugin-Version: .*/&-SNAPSHOT/' "$manifest" >"$manifest.new"
mv "$manifest.new" "$manifest"

if ! grep -q "<module>modules/$NAME</module>" "$ROOT/pom.xml"; then
  awk -v line="    <module>modules/$NAME</module>" '/<\/modules>/ && !done { print line; done = 1 } { print }' \
    "$ROOT/pom.xml" >"$ROOT/pom.xml.new"
  cat "$ROOT/pom.xml.new" >"$ROOT/pom.xml"
  rm "$ROOT/pom.xml.new"
fi

# Names are longer or shorter than the sample's, so lines may want to break elsewhere.
if command -v mvn >/dev/null 2>&1; then
  (cd "$ROOT" && mvn -q -B -ntp spotless:apply -pl "modules/$NAME") >/dev/null 2>&1 \
    || printf 'muniflow: The code is not formatted yet; run mvn spotless:apply -pl modules/%s\n' "$NAME" >&2
fi

cat <<TEXT
Generated modules/$NAME and bpmn/$NAME, and added the module to pom.xml. Its ordinance is invented: put the law in its place.

  mvn -pl modules/$NAME -am package -Dtest='org.muniflow.$PACKAGE.**' -Dsurefire.failIfNoSpecifiedTests=false
      builds it and runs its tests
  ./muniflow module install modules/$NAME/target/$NAME-*.jar
      takes it into the running city

platform/docs/module-author.md goes on from here.
TEXT
