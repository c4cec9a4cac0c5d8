package io.tradinggym.docs;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is public of the sources, and what of it somebody outside its package needs. */
final class PublicFace {
  private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE);
  private static final Pattern NAME =
      Pattern.compile("\\bio\\.tradinggym(?:\\.[a-z0-9]+)*\\.[A-Z]\\w*");
  private static final Pattern WORD = Pattern.compile("[A-Z]\\w+");

  private final Set<String> types = new TreeSet<>();
  private final Set<String> named = new HashSet<>();
  private final Set<String> words = new HashSet<>();

  PublicFace() {
    for (Path source : Repository.files("", ".java")) {
      read(source);
    }
    for (Path source : Repository.files("", "")) {
      if (source.toString().contains("META-INF/services/")) {
        Repository.read(source).lines().map(String::strip).forEach(named::add);
      }
    }
    for (String kind : List.of(".md", ".ipynb")) {
      for (Path page : Repository.files("", kind)) {
        Matcher word = WORD.matcher(Repository.read(page));
        while (word.find()) {
          words.add(word.group());
        }
      }
    }
  }

  private void read(Path source) {
    String text = Repository.read(source);
    Matcher home = PACKAGE.matcher(text);
    if (!home.find()) {
      return;
    }
    Matcher type = HouseNumbers.TYPE.matcher(text);
    if (HouseNumbers.isLibrary(source) && type.find() && type.group(1) != null) {
      types.add(home.group(1) + "." + type.group(3));
    }
    Matcher name = NAME.matcher(text);
    while (name.find()) {
      String full = name.group();
      if (!full.substring(0, full.lastIndexOf('.')).equals(home.group(1))) {
        named.add(full);
      }
    }
  }

  /** Public types. */
  int size() {
    return types.size();
  }

  /** Those that no other package, no service, no guide and no lesson names. */
  List<String> idle() {
    return types.stream()
        .filter(type -> !named.contains(type))
        .filter(type -> !words.contains(type.substring(type.lastIndexOf('.') + 1)))
        .toList();
  }
}
