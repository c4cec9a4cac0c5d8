package io.tradinggym.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers of the sources, without tests and examples: how large files are, what is written twice, what is public.
 * {@link #main} prints them for {@code docs/benchmarks/house.md}.
 */
final class HouseNumbers {
  /** So many lines alike are written twice. */
  private static final int ALIKE = 6;

  /** Shorter runs of lines alike are braces. */
  private static final int LEAST_CHARACTERS = 120;

  private static final int MANY = 7;
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);

  /** A type on its own: whether it is public, its kind, its name. */
  static final Pattern TYPE =
      Pattern.compile(
          "^(public )?(?:abstract |final |sealed |non-sealed"
              + " )*(class|record|enum|interface|@interface) (\\w+)",
          Pattern.MULTILINE);

  private final List<Integer> sizes = new ArrayList<>();
  private final Map<String, Integer> packages = new TreeMap<>();
  private final Map<String, List<Integer>> runs = new HashMap<>();
  private final List<String> code = new ArrayList<>();
  private int publicTypes;
  private int constructors;
  private int wide;

  HouseNumbers() {
    for (Path file : files()) {
      read(file);
    }
  }

  private static List<Path> files() {
    return Repository.files("", ".java").stream()
        .filter(HouseNumbers::isLibrary)
        .filter(file -> !file.toString().endsWith("-info.java"))
        .toList();
  }

  /** Whether a file is of the library, not of its tests and examples. */
  static boolean isLibrary(Path file) {
    return file.toString().contains("/src/main/")
        && !Repository.ROOT.relativize(file).startsWith("examples");
  }

  private void read(Path file) {
    String text = Repository.read(file);
    sizes.add((int) text.lines().count());
    packages.merge(String.valueOf(file.getParent()), 1, Integer::sum);
    Matcher type = TYPE.matcher(text);
    if (type.find()) {
      publicTypes += type.group(1) == null ? 0 : 1;
      constructors(text, type.group(3), type.group(2).equals("record"));
    }
    int from = code.size();
    for (String line : COMMENT.matcher(text).replaceAll("").split("\n")) {
      String own = line.strip();
      boolean counts =
          !own.isEmpty()
              && !own.startsWith("//")
              && !own.startsWith("import ")
              && !own.startsWith("package ");
      if (counts) {
        code.add(own);
      }
    }
    for (int i = from; i + ALIKE <= code.size(); i++) {
      String run = String.join("\n", code.subList(i, i + ALIKE));
      if (run.length() > LEAST_CHARACTERS) {
        runs.computeIfAbsent(run, any -> new ArrayList<>()).add(i);
      }
    }
  }

  private void constructors(String text, String name, boolean isRecord) {
    String start = isRecord ? "record " + name : "\n  (?:public |private |protected )?" + name;
    Matcher constructor =
        Pattern.compile(start + "(?:<[^(]*>)?\\(((?:[^()]|\\([^)]*\\))*)\\)").matcher(text);
    while (constructor.find()) {
      constructors++;
      int depth = 0;
      int parameters = constructor.group(1).isBlank() ? 0 : 1;
      for (char c : constructor.group(1).toCharArray()) {
        depth += c == '<' ? 1 : c == '>' ? -1 : 0;
        parameters += c == ',' && depth == 0 ? 1 : 0;
      }
      wide += parameters >= MANY ? 1 : 0;
    }
  }

  int types() {
    return sizes.size();
  }

  int lines() {
    return sizes.stream().mapToInt(Integer::intValue).sum();
  }

  /** Lines without comments, imports and blank ones. */
  int codeLines() {
    return code.size();
  }

  /** Lines of a file, at a part of all of them. */
  int fileSize(double part) {
    int[] sorted = sizes.stream().mapToInt(Integer::intValue).sorted().toArray();
    return sorted[(int) (part * (sorted.length - 1))];
  }

  /** Part of the code lines that stand in runs which occur elsewhere, to the letter. */
  double duplicated() {
    Set<Integer> lines = new HashSet<>();
    for (List<Integer> places : runs.values()) {
      for (int place : places.size() > 1 ? places : List.<Integer>of()) {
        for (int i = 0; i < ALIKE; i++) {
          lines.add(place + i);
        }
      }
    }
    return (double) lines.size() / code.size();
  }

  double publicShare() {
    return (double) publicTypes / types();
  }

  /** Types of a package, at a part of all packages. */
  int packageSize(double part) {
    int[] sorted = packages.values().stream().mapToInt(Integer::intValue).sorted().toArray();
    return sorted[(int) (part * (sorted.length - 1))];
  }

  /** Part of the constructors and records that have seven parameters or more. */
  double wideConstructors() {
    return (double) wide / constructors;
  }

  /** Prints all numbers. */
  public static void main(String[] args) {
    HouseNumbers house = new HouseNumbers();
    System.out.printf("types %,d, public %.0f %%%n", house.types(), 100 * house.publicShare());
    PublicFace face = new PublicFace();
    System.out.printf(
        "public types %,d, of them named by nobody else %,d%n", face.size(), face.idle().size());
    System.out.printf("lines %,d, of code %,d%n", house.lines(), house.codeLines());
    System.out.printf(
        "lines of a file: median %d, ninetieth percentile %d, most %d%n",
        house.fileSize(0.5), house.fileSize(0.9), house.fileSize(1));
    System.out.printf(
        "types of a package: median %d, most %d%n", house.packageSize(0.5), house.packageSize(1));
    System.out.printf("written twice: %.1f %% of the lines%n", 100 * house.duplicated());
    System.out.printf(
        "constructors with seven or more parameters: %.1f %%%n", 100 * house.wideConstructors());
  }
}
