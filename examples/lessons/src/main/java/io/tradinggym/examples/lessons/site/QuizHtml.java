package io.tradinggym.examples.lessons.site;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradinggym.examples.lessons.quiz.Question;
import io.tradinggym.examples.lessons.quiz.Quiz;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * Questions for a page that judges answers without a server. What is right is mixed with a salt, so that whoever looks
 * at the page's source is not told; it is no secret.
 */
final class QuizHtml {
  private static final ObjectMapper JSON = new ObjectMapper();

  private QuizHtml() {}

  static String of(Quiz quiz, int lesson) {
    StringBuilder html = new StringBuilder();
    for (Question question : quiz.questions()) {
      String salt = "%02d/%s".formatted(lesson, question.id());
      html.append("<form class=\"question\" data-salt=\"")
          .append(Markdown.escape(salt))
          .append("\" data-key=\"")
          .append(mixed(key(question), salt))
          .append("\"><p>")
          .append(Markdown.escape(question.text()).replace("\n", "<br>"))
          .append("</p>");
      switch (question) {
        case Question.Choice choice -> options(html, Quiz.shuffled(choice.options(), salt, lesson));
        case Question.Order order -> {
          letters(html, Quiz.shuffled(order.items(), salt, lesson));
          field(html, question);
        }
        default -> field(html, question);
      }
      html.append("<p class=\"reply\" role=\"status\"></p></form>\n");
    }
    return html.toString();
  }

  private static void options(StringBuilder html, List<String> options) {
    for (String option : options) {
      html.append("<button type=\"button\" class=\"option\">")
          .append(Markdown.escape(option))
          .append("</button> ");
    }
  }

  private static void letters(StringBuilder html, List<String> items) {
    html.append("<ol type=\"a\">");
    items.forEach(item -> html.append("<li>").append(Markdown.escape(item)).append("</li>"));
    html.append("</ol>");
  }

  private static void field(StringBuilder html, Question question) {
    html.append("<input type=\"text\" placeholder=\"")
        .append(Markdown.escape(question.hint()))
        .append("\"> <button type=\"submit\">Answer</button>");
  }

  /** What the script needs to judge. */
  private static String key(Question question) {
    ObjectNode key = JSON.createObjectNode().put("why", question.why());
    key.put("solution", question.solution());
    switch (question) {
      case Question.Numeric number ->
          key.put("number", number.answer()).put("tolerance", number.tolerance());
      case Question.Choice choice -> {
        ObjectNode replies = key.putObject("replies");
        for (int i = 1; i < choice.options().size(); i++) {
          replies.put(choice.options().get(i), choice.replies().get(i));
        }
      }
      case Question.Order order -> texts(key.putArray("order"), order.items());
      case Question.Text text -> texts(key.putArray("accepted"), text.accepted());
    }
    return key.toString();
  }

  private static void texts(ArrayNode into, List<String> texts) {
    texts.forEach(into::add);
  }

  private static String mixed(String text, String salt) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] with = salt.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] ^= with[i % with.length];
    }
    return Base64.getEncoder().encodeToString(bytes);
  }
}
