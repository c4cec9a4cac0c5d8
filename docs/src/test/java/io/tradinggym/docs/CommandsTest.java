package io.tradinggym.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.tradinggym.experiments.cli.Main;
import io.tradinggym.experiments.config.ConfigFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Commands in the pages are commands: known, with options that they have and settings that exist. */
class CommandsTest {
  private static final String RUN = "experiments/run ";

  /** Commands of modules that this one does not stand on. */
  private static final List<String> ELSEWHERE = List.of("lessons");

  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

  static List<Path> pages() {
    return Repository.pages();
  }

  /** The lines of a page that begin with the launcher, joined where they go on, without comments. */
  private static List<String> commands(Path page) {
    List<String> commands = new ArrayList<>();
    String text = Repository.read(page).replaceAll("\\\\\\n\\s*", "");
    for (String line : text.lines().toList()) {
      String command = line.strip();
      boolean block =
          command.startsWith(RUN) && (line.startsWith("    ") || !command.contains("`"));
      if (block) {
        commands.add(command.substring(RUN.length()).replaceFirst("\\s#\\s.*", "").strip());
      }
    }
    return commands;
  }

  private static List<String> words(String command) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(command);
    while (word.find()) {
      String quoted = word.group(1) == null ? word.group(2) : word.group(1);
      words.add(quoted == null ? word.group(3) : quoted);
    }
    return words;
  }

  @ParameterizedTest
  @MethodSource("pages")
  void areUnderstood(Path page) {
    for (String command : commands(page)) {
      List<String> words = words(command);
      if (!ELSEWHERE.contains(words.getFirst())) {
        assertThatCode(() -> Main.commandLine().parseArgs(words.toArray(String[]::new)))
            .as("%s: %s", page, command)
            .doesNotThrowAnyException();
        settingsExist(page, words);
        filesExist(page, words);
      }
    }
  }

  /** What a training sets, it has. */
  private static void settingsExist(Path page, List<String> words) {
    List<String> sets = new ArrayList<>();
    String algorithm = "";
    String environment = "";
    for (int i = 0; i + 1 < words.size(); i++) {
      switch (words.get(i)) {
        case "--set" -> {
          if (!words.get(i + 1).endsWith("=FOLDER")) {
            sets.add(words.get(i + 1));
          }
        }
        case "--algo" -> algorithm = words.get(i + 1);
        case "--env" -> environment = words.get(i + 1);
        default -> {}
      }
    }
    boolean known =
        !algorithm.isEmpty() && !words.contains("--classpath") && !words.contains("--preset");
    if (known && words.getFirst().equals("train")) {
      String of = environment;
      String by = algorithm;
      assertThatCode(() -> ConfigFile.of(of, by, sets))
          .as("%s: %s", page, words)
          .doesNotThrowAnyException();
    }
  }

  private static void filesExist(Path page, List<String> words) {
    for (String word : words) {
      if (word.startsWith("experiments/configs/")) {
        assertThat(Files.exists(Repository.ROOT.resolve(word))).as("%s: %s", page, word).isTrue();
      }
    }
  }

  @Test
  void thereAreCommandsToCheck() {
    assertThat(pages().stream().mapToInt(page -> commands(page).size()).sum()).isGreaterThan(20);
  }
}
