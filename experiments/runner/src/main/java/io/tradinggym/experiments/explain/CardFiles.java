package io.tradinggym.experiments.explain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradinggym.experiments.report.Origin;
import io.tradinggym.experiments.report.Page;
import io.tradinggym.experiments.report.Text;
import io.tradinggym.explain.card.Claim;
import io.tradinggym.explain.card.DecisionTrace;
import io.tradinggym.explain.card.Explanation;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;

/** Cards as JSON and as a page. */
public final class CardFiles {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private CardFiles() {}

  /** A card as JSON: its lines, what they claim, and the numbers of the decision. */
  public static String json(Cards.Card card) {
    DecisionTrace trace = card.trace();
    ObjectNode root = JSON.createObjectNode();
    root.put("step", trace.step());
    root.put("time", Instant.ofEpochMilli(trace.knownAt()).toString());
    root.put("policy", trace.policy());
    ArrayNode lines = root.putArray("lines");
    for (Explanation.Line line : card.card().lines()) {
      ObjectNode node = lines.addObject();
      node.put("label", line.label());
      node.put("text", line.text());
      ArrayNode claims = node.putArray("claims");
      line.claims().forEach(claim -> claims.add(claim(trace, claim)));
    }
    ObjectNode observation = root.putObject("observation");
    for (int i = 0; i < trace.observation().length; i++) {
      observation.put(name(trace, i), trace.observation()[i]);
    }
    ArrayNode scores = root.putArray("scores");
    for (float score : trace.scores()) {
      scores.add(score);
    }
    ArrayNode action = root.putArray("action");
    for (float value : trace.action()) {
      action.add(value);
    }
    ObjectNode rewards = root.putObject("reward");
    trace.rewards().forEach(rewards::put);
    try {
      return JSON.writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode claim(DecisionTrace trace, Claim claim) {
    ObjectNode node = JSON.createObjectNode();
    switch (claim) {
      case Claim.Driver driver -> {
        node.put("input", name(trace, driver.input()));
        node.put("baseline", driver.baseline());
        node.put("supports", driver.supports());
        node.put("share", driver.share());
      }
      case Claim.Flip flip -> {
        node.put("input", name(trace, flip.first()));
        node.put("to", flip.firstTo());
        if (flip.second() >= 0) {
          node.put("second", name(trace, flip.second()));
          node.put("second_to", flip.secondTo());
        }
      }
    }
    return node;
  }

  private static String name(DecisionTrace trace, int input) {
    return trace.fields().isEmpty() ? "input " + input : trace.fields().get(input).name();
  }

  /** A page of the cards of decisions that traded, each with the anchor {@code step-N}. */
  public static String page(Cards cards) {
    return page("", cards);
  }

  /**
   * A page of the cards of decisions that traded, each with the anchor {@code step-N}.
   *
   * @param lead HTML that says whose decisions they are
   */
  static String page(String lead, Cards cards) {
    Page page = new Page("Decisions - Trading Gym");
    page.add(
        "<header><h1>Decisions</h1>"
            + Origin.html(cards.source())
            + "<p>Attribution describes the policy, not the market: it names no cause.</p>"
            + lead
            + "</header>");
    for (Cards.Card card : cards.traded()) {
      List<Explanation.Line> lines = card.card().lines();
      StringBuilder list = new StringBuilder("<dl>");
      for (Explanation.Line line : lines.subList(1, lines.size())) {
        list.append("<dt>").append(Text.escape(line.label())).append("</dt><dd>");
        list.append(Text.escape(line.text())).append("</dd>");
      }
      page.add(
          "<section id=\"step-"
              + card.trace().step()
              + "\"><h2>"
              + Text.escape(lines.getFirst().text())
              + "</h2>"
              + list
              + "</dl></section>");
    }
    return page.html();
  }
}
