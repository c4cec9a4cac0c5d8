package io.tradinggym.examples.lessons.book;

import io.tradinggym.experiments.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** The lessons in their order. */
public final class Curriculum {
  /** Name of each lesson's files. */
  private static final List<String> SLUGS =
      List.of(
          "01-market-structure",
          "02-order-types",
          "03-best-of-fifty",
          "04-risk-kelly",
          "05-own-environment",
          "06-rl-basics",
          "07-ppo",
          "08-dqn",
          "09-sac",
          "10-rewards",
          "11-look-ahead",
          "12-overfitting",
          "13-walk-forward",
          "14-features",
          "15-sequences",
          "16-greeks",
          "17-strategies",
          "18-portfolio",
          "19-microstructure",
          "20-explain");

  private Curriculum() {}

  /** Numbers of the lessons. */
  public static List<Integer> numbers() {
    return SLUGS.stream().map(slug -> Integer.parseInt(slug.substring(0, 2))).toList();
  }

  /**
   * Name of a lesson's files.
   *
   * @throws UserError if there is no such lesson
   */
  public static String slug(int number) {
    return IntStream.range(0, SLUGS.size())
        .filter(i -> numbers().get(i) == number)
        .mapToObj(SLUGS::get)
        .findFirst()
        .orElseThrow(() -> new UserError("no lesson " + number + "; there are " + numbers()));
  }

  /**
   * A lesson's notebook.
   *
   * @throws UserError if there is no such lesson
   */
  public static Notebook notebook(int number) {
    return Notebook.parse(slug(number) + ".ipynb", text(number));
  }

  /**
   * A lesson's notebook as its file has it.
   *
   * @throws UserError if there is no such lesson
   */
  public static String text(int number) {
    String name = "/io/tradinggym/examples/lessons/notebooks/" + slug(number) + ".ipynb";
    try (InputStream in = Curriculum.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
