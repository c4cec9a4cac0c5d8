package io.tradinggym.docs;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The table of modules in {@code docs/architecture.md}: folder, root package, what it holds, what it depends on. A
 * module is named there by its folder or the last part of it; "all" and "all of the above" are what they say.
 */
final class ModuleTable {
  private static final String NOTHING = "JDK only";
  private static final String EVERYTHING = "all";
  private static final String ABOVE = "all of the above";
  private static final int CELLS = 5;

  private final Map<String, String> packages = new LinkedHashMap<>();
  private final Map<String, Set<String>> arrows = new LinkedHashMap<>();

  static ModuleTable read() {
    ModuleTable table = new ModuleTable();
    String page = Repository.read(Repository.ROOT.resolve("docs/architecture.md"));
    page.lines()
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.split("\\|", -1))
        .forEach(table::row);
    return table;
  }

  private void row(String[] cells) {
    if (cells.length < CELLS + 1) {
      throw new IllegalStateException(
          "a row of the module table has too few cells: " + String.join("|", cells));
    }
    String folder = cells[1].strip().replace("`", "");
    String root = cells[2].strip().replace("`", "");
    String needs = cells[4].strip();
    if (root.isEmpty()) {
      return;
    }
    Set<String> above = new LinkedHashSet<>(packages.keySet());
    packages.put(folder, root);
    arrows.put(folder, new LinkedHashSet<>());
    if (needs.equals(ABOVE) || needs.equals(EVERYTHING)) {
      arrow(folder).addAll(above);
    } else if (!needs.startsWith(NOTHING)) {
      Arrays.stream(needs.split(","))
          .map(String::strip)
          .forEach(name -> arrow(folder).add(folderOf(name, needs)));
    }
  }

  private Set<String> arrow(String folder) {
    Set<String> targets = arrows.get(folder);
    if (targets == null) {
      throw new IllegalArgumentException("no module " + folder + " in " + packages.keySet());
    }
    return targets;
  }

  private String folderOf(String name, String cell) {
    return packages.keySet().stream()
        .filter(folder -> folder.equals(name) || folder.endsWith("/" + name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "no module \"" + name + "\" above the row that depends on " + cell));
  }

  /** Folders, in the order of the table. */
  List<String> folders() {
    return List.copyOf(packages.keySet());
  }

  /** The module that a package belongs to, the one with the longest root package; null if there is none. */
  @Nullable String moduleOf(String packageName) {
    String found = null;
    int longest = 0;
    for (Map.Entry<String, String> module : packages.entrySet()) {
      String root = module.getValue();
      if ((packageName + ".").startsWith(root + ".") && root.length() > longest) {
        found = module.getKey();
        longest = root.length();
      }
    }
    return found;
  }

  /** What a module may use: itself, what its row names, and what those may use. */
  Set<String> reach(String folder) {
    Set<String> reach = new LinkedHashSet<>(Set.of(folder));
    arrow(folder).forEach(target -> reach.addAll(reach(target)));
    return reach;
  }
}
