package io.tradinggym.examples.lessons.quiz;

import java.util.List;
import java.util.Locale;

/** One question: it judges an answer as typed, and says why. */
public sealed interface Question {
  /** Unique within its lesson. */
  String id();

  /** What is asked. */
  String text();

  /** What is said once it was answered. */
  String why();

  /** What to type, in words. */
  String hint();

  /** The right answer, as it would be typed. */
  String solution();

  /** Whether the answer is right; blanks around it do not matter. */
  boolean right(String answer);

  /** What this answer gets to hear. */
  default String reply(String answer) {
    return (right(answer) ? "Right. " : "No: " + solution() + ". ") + why();
  }

  /**
   * A number.
   *
   * @param answer the right one, as the library computes it
   * @param tolerance how far off still counts, &gt; 0, in the unit of the answer
   */
  record Numeric(String id, String text, double answer, double tolerance, String why)
      implements Question {
    /** Checks the tolerance. */
    public Numeric {
      if (!(tolerance > 0)) {
        throw new IllegalArgumentException(id + ": tolerance must be > 0, was " + tolerance);
      }
    }

    @Override
    public String hint() {
      return "a number";
    }

    @Override
    public String solution() {
      return answer == Math.rint(answer) && Math.abs(answer) < 1e9
          ? String.valueOf((long) answer)
          : String.valueOf(answer);
    }

    @Override
    public boolean right(String given) {
      try {
        String plain = given.strip().replace("%", "").replace(",", ".");
        return Math.abs(Double.parseDouble(plain) - answer) <= tolerance;
      } catch (NumberFormatException e) {
        return false;
      }
    }
  }

  /**
   * One of several.
   *
   * @param options in the order of the file; the first is right
   * @param replies for each option, why it is right or wrong
   */
  record Choice(String id, String text, List<String> options, List<String> replies)
      implements Question {
    /** Fixes the lists. */
    public Choice {
      options = List.copyOf(options);
      replies = List.copyOf(replies);
      if (options.size() < 2 || options.size() != replies.size()) {
        throw new IllegalArgumentException(id + ": a choice needs two options, each with its why");
      }
    }

    @Override
    public String why() {
      return replies.getFirst();
    }

    @Override
    public String hint() {
      return "the letter of the right one";
    }

    @Override
    public String solution() {
      return options.getFirst();
    }

    @Override
    public boolean right(String answer) {
      return answer.strip().equals(options.getFirst());
    }

    @Override
    public String reply(String answer) {
      int chosen = options.indexOf(answer.strip());
      return right(answer)
          ? "Right. " + why()
          : (chosen > 0 ? "No: " + replies.get(chosen) + " " : "No. ")
              + "It is \""
              + solution()
              + "\": "
              + why();
    }
  }

  /**
   * Things to be put in order.
   *
   * @param items in the right order
   */
  record Order(String id, String text, List<String> items, String why) implements Question {
    /** Fixes the items. */
    public Order {
      items = List.copyOf(items);
    }

    @Override
    public String hint() {
      return "the letters in the right order, such as bca";
    }

    @Override
    public String solution() {
      return String.join(" < ", items);
    }

    @Override
    public boolean right(String answer) {
      return answer.strip().equals(String.join("\n", items));
    }
  }

  /**
   * A text: a sign, the number of the line with the bug, or what fills a gap.
   *
   * @param kind {@code sign}, {@code bug} or {@code fill}
   * @param accepted every right answer; case and blanks do not matter
   */
  record Text(String id, String kind, String text, List<String> accepted, String why)
      implements Question {
    /** Fixes the answers. */
    public Text {
      accepted = List.copyOf(accepted);
      if (accepted.isEmpty()) {
        throw new IllegalArgumentException(id + ": no answer is accepted");
      }
    }

    @Override
    public String hint() {
      return switch (kind) {
        case "sign" -> "+, - or 0";
        case "bug" -> "the number of the line with the bug";
        default -> "what belongs into the gap ____";
      };
    }

    @Override
    public String solution() {
      return accepted.getFirst();
    }

    @Override
    public boolean right(String answer) {
      return accepted.stream().anyMatch(one -> plain(one).equals(plain(answer)));
    }

    private static String plain(String text) {
      return text.replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
    }
  }
}
