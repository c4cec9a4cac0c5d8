package io.tradinggym.explain.claude;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.tradinggym.explain.synthesis.OptionTicket;
import io.tradinggym.explain.synthesis.Recommendation;
import io.tradinggym.explain.synthesis.Setup;
import io.tradinggym.explain.synthesis.Verdict;
import io.tradinggym.market.instrument.OptionContract.Right;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of an answer. Strictly: a field that is missing, null where there must be a value, unknown, twice
 * there or of another type, and anything after the end, is an error with its path; nothing becomes 0 in silence.
 */
final class AnswerReader {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(
              DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
              DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
              DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .withCoercionConfig(
              LogicalType.Textual,
              config ->
                  config
                      .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          .build();

  private AnswerReader() {}

  /** An answer that cannot be read: the message says where and why. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    Unreadable(String message) {
      super(message);
    }
  }

  private record Levels(String name, double entry, double target, double stop) {}

  private record Ticket(
      Right right,
      double strike,
      @Nullable Double soldStrike,
      String expiry,
      double debit,
      int contracts) {}

  private record Answer(
      @Nullable Verdict verdict,
      @Nullable String rationale,
      @Nullable Levels setup,
      @Nullable Ticket option,
      @Nullable List<@Nullable String> risks,
      @Nullable String alternative,
      int confidence) {}

  static Recommendation read(String text) throws Unreadable {
    try {
      return recommendation(JSON.readValue(text, Answer.class));
    } catch (JsonMappingException e) {
      throw new Unreadable(path(e) + ": " + e.getOriginalMessage());
    } catch (JsonProcessingException e) {
      throw new Unreadable("no JSON: " + e.getOriginalMessage());
    }
  }

  private static String path(JsonMappingException e) {
    return e.getPath().stream()
        .map(
            step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
        .collect(Collectors.joining("."));
  }

  private static Recommendation recommendation(@Nullable Answer answer) throws Unreadable {
    if (answer == null) {
      throw new Unreadable("no object");
    }
    List<@Nullable String> risks = required("risks", answer.risks);
    for (String risk : risks) {
      required("risks", risk);
    }
    return new Recommendation(
        required("verdict", answer.verdict),
        filled("rationale", answer.rationale),
        setup(answer.setup),
        ticket(answer.option),
        risks.stream().map(String::valueOf).toList(),
        required("alternative", answer.alternative),
        answer.confidence);
  }

  private static @Nullable Setup setup(@Nullable Levels levels) throws Unreadable {
    return levels == null
        ? null
        : new Setup(required("setup.name", levels.name), levels.entry, levels.target, levels.stop);
  }

  private static @Nullable OptionTicket ticket(@Nullable Ticket ticket) throws Unreadable {
    if (ticket == null) {
      return null;
    }
    try {
      return new OptionTicket(
          required("option.right", ticket.right),
          ticket.strike,
          ticket.soldStrike,
          LocalDate.parse(required("option.expiry", ticket.expiry)),
          ticket.debit,
          ticket.contracts);
    } catch (DateTimeException e) {
      throw new Unreadable("option.expiry must be a day such as 2026-12-18, was " + ticket.expiry);
    }
  }

  private static String filled(String path, @Nullable String text) throws Unreadable {
    if (required(path, text).isBlank()) {
      throw new Unreadable(path + " is empty");
    }
    return required(path, text);
  }

  private static <T> T required(String path, @Nullable T value) throws Unreadable {
    if (value == null) {
      throw new Unreadable(path + " is null");
    }
    return value;
  }
}
