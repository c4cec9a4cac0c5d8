package io.tradinggym.examples.lessons.quiz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.examples.lessons.book.Curriculum;
import io.tradinggym.experiments.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The questions of a lesson.
 *
 * <pre>
 * - {id: rows, number: 12, tolerance: 0.5, text: How many ...?, why: Because ...}
 * - {id: leak, text: Which ...?, choice: [the right one, another], why: [so it is, no since ...]}
 * - {id: rank, text: Smallest first, order: [a, b, c], why: ...}
 * - {id: side, text: Sign of ...?, sign: "-", why: ...}
 * - {id: line, text: "1: ...\n2: ...", bug: 2, why: ...}
 * - {id: gap, text: x = ____, fill: [y, z], why: ...}
 * </pre>
 *
 * @param questions in the order of the file
 */
public record Quiz(List<Question> questions) {
  /** Fixes the questions. */
  public Quiz {
    questions = List.copyOf(questions);
    Set<String> seen = new HashSet<>();
    for (Question question : questions) {
      if (!seen.add(question.id())) {
        throw new IllegalArgumentException("two questions are called " + question.id());
      }
    }
  }

  /**
   * The questions of a lesson that ships.
   *
   * @throws UserError if there is no such lesson
   */
  public static Quiz of(int lesson) {
    String name = Curriculum.slug(lesson) + ".yaml";
    try (InputStream in =
        Quiz.class.getResourceAsStream("/io/tradinggym/examples/lessons/quizzes/" + name)) {
      if (in == null) {
        throw new IllegalStateException("no quiz " + name);
      }
      return read(name, in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Quiz read(String name, InputStream in) throws IOException {
    List<Question> questions = new ArrayList<>();
    for (JsonNode node : new YAMLMapper().readTree(in)) {
      try {
        questions.add(question(node));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
      }
    }
    return new Quiz(questions);
  }

  private static Question question(JsonNode node) {
    String id = node.path("id").asText();
    String text = node.path("text").asText();
    String why = node.path("why").asText();
    if (id.isEmpty() || text.isEmpty() || node.path("why").isMissingNode()) {
      throw new IllegalArgumentException("a question lacks id, text or why: " + node);
    }
    if (node.has("number")) {
      return new Question.Numeric(
          id, text, node.get("number").asDouble(), node.path("tolerance").asDouble(), why);
    }
    if (node.has("choice")) {
      return new Question.Choice(id, text, texts(node.get("choice")), texts(node.get("why")));
    }
    if (node.has("order")) {
      return new Question.Order(id, text, texts(node.get("order")), why);
    }
    for (String kind : List.of("sign", "bug", "fill")) {
      if (node.has(kind)) {
        return new Question.Text(id, kind, text, texts(node.get(kind)), why);
      }
    }
    throw new IllegalArgumentException("what kind of question is " + id + "?");
  }

  private static List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(item -> texts.add(item.asText()));
    } else {
      texts.add(node.asText());
    }
    return texts;
  }

  /** The same things in another order, the same for the same seed. */
  public static <T> List<T> shuffled(List<T> things, String what, long seed) {
    RandomStream random = RandomStreams.of(seed).stream(what);
    List<T> order = new ArrayList<>(things);
    for (int i = order.size() - 1; i > 0; i--) {
      int j = random.integer(i + 1);
      T moved = order.set(i, order.get(j));
      order.set(j, moved);
    }
    return order;
  }
}
