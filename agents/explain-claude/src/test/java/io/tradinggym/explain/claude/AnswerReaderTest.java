package io.tradinggym.explain.claude;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tradinggym.explain.synthesis.Recommendation;
import io.tradinggym.explain.synthesis.Rules;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReaderTest {
  @Test
  void aGoodAnswerIsReadAndObeys() throws Exception {
    Recommendation read = AnswerReader.read(Given.GOOD);

    assertThat(read.risks()).hasSize(3);
    assertThat(Rules.check(read, Given.context())).isEmpty();
  }

  @Test
  void whatDoesNotOpenHasNoSetup() throws Exception {
    String hold =
        "{\"verdict\":\"HOLD\",\"rationale\":\"Wait.\",\"setup\":null,\"option\":null,"
            + "\"risks\":[\"a\",\"b\",\"c\"],\"alternative\":\"d\",\"confidence\":1}";

    assertThat(AnswerReader.read(hold).setup()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "verdict",
        "rationale",
        "setup",
        "option",
        "risks",
        "alternative",
        "confidence",
        "entry",
        "stop",
        "strike",
        "soldStrike",
        "expiry",
        "contracts"
      })
  void aFieldThatIsMissingIsNamed(String field) {
    String without = Given.GOOD.replaceFirst("\"" + field + "\"", "\"other\"");

    assertThatThrownBy(() -> AnswerReader.read(without))
        .isInstanceOf(AnswerReader.Unreadable.class);
    String gone =
        Given.GOOD.replaceFirst(
            "(?s)\"" + field + "\": (\"[^\"]*\"|\\{[^}]*\\}|\\[[^\\]]*\\]|[^,}]+),?", "");
    assertThatThrownBy(() -> AnswerReader.read(gone)).isInstanceOf(AnswerReader.Unreadable.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"confidence\": 4|\"confidence\": null",
        "\"confidence\": 4|\"confidence\": 4.5",
        "\"confidence\": 4|\"confidence\": \"4\"",
        "\"confidence\": 4|\"confidence\": 4, \"extra\": 1",
        "\"confidence\": 4|\"confidence\": 4, \"confidence\": 9",
        "\"BUY\"|\"MAYBE\"",
        "\"BUY\"|1",
        "\"BUY\"|null",
        "\"entry\": 500|\"entry\": null",
        "\"entry\": 500|\"entry\": \"500\"",
        "\"entry\": 500|\"entry\": NaN",
        "\"2026-12-31\"|\"next Friday\"",
        "\"contracts\": 1|\"contracts\": 1.5",
        "\"Stay out.\"|7"
      })
  void nothingIsGuessed(String good, String bad) {
    assertThatThrownBy(() -> AnswerReader.read(Given.GOOD.replace(good, bad)))
        .isInstanceOf(AnswerReader.Unreadable.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "BUY", "{", "```json\n{}\n```"})
  void whatIsNoObjectIsRefused(String text) {
    assertThatThrownBy(() -> AnswerReader.read(text)).isInstanceOf(AnswerReader.Unreadable.class);
  }

  @Test
  void whatFollowsTheAnswerIsRefused() {
    assertThatThrownBy(() -> AnswerReader.read(Given.GOOD + " and {\"verdict\": \"SHORT\"}"))
        .isInstanceOf(AnswerReader.Unreadable.class);
  }

  @Test
  void thePathIsTold() {
    assertThatThrownBy(
            () -> AnswerReader.read(Given.GOOD.replace("\"entry\": 500", "\"entry\": true")))
        .hasMessageStartingWith("setup.entry: ");
  }

  /** The schema and the reader ask for the same fields. */
  @Test
  void theSchemaRequiresWhatIsRead() throws IOException {
    JsonNode schema = new ObjectMapper().readTree(Given.request().schema());
    JsonNode answer = new ObjectMapper().readTree(Given.GOOD);

    assertThat(names(schema.get("properties"))).isEqualTo(names(answer));
    assertThat(texts(schema.get("required"))).isEqualTo(names(answer));
    for (String part : List.of("setup", "option")) {
      JsonNode object = schema.at("/properties/" + part + "/anyOf/1");
      assertThat(texts(object.get("required"))).isEqualTo(names(answer.get(part)));
      assertThat(object.get("additionalProperties").asBoolean(true)).isFalse();
    }
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(item -> texts.add(item.asText()));
    return texts;
  }
}
