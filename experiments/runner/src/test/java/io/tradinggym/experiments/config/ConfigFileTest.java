package io.tradinggym.experiments.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.experiments.UserError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigFileTest {
  private static final String BASE =
      """
      name: t
      seed: 7
      market: {simulated: "watchlist:SPY"}
      environment: {id: Stock-v1, options: {levels: 5}}
      algorithm: {name: ppo, steps: 5000}
      """;

  private static RunConfig read(String text, String... overrides) {
    return ConfigFile.parse(text, List.of(overrides), "c.yaml");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "seed: 7 | seed: 010 | line 2: 010 would be read in base 8",
        "name: t | name: &n Stock-v1 | *n is an alias",
        "seed: 7 | seed: 1d | seed must be a whole number",
        "seed: 7 | seed: '0x1p6' | seed must be a whole number",
        "levels: 5 | spread: '0x1p-6' | is not a number",
      })
  void whatYamlReadsOtherwiseThanItLooksIsRefused(String old, String put, String said) {
    String text =
        BASE.replace(old, put)
            .replace("id: Stock-v1", put.contains("&") ? "id: *n" : "id: Stock-v1");
    assertThatThrownBy(() -> read(text)).isInstanceOf(UserError.class).hasMessageContaining(said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"---\nseed: 9\n", "---\n"})
  void aSecondDocumentIsRefused(String more) {
    assertThat(read("---\n" + BASE).seed()).isEqualTo(7);
    assertThatThrownBy(() -> read(BASE + more)).hasMessageContaining("a second document begins");
  }

  @Test
  void wordsThatYamlTakesForBooleansAreWordsWhereWordsAreMeant() {
    assertThat(read(BASE, "name=ON").name()).isEqualTo("ON");
    assertThat(read(BASE, "environment.options.shorts=yes").environment().options().toString())
        .contains("shorts=true");
    assertThat(read(BASE, "environment.options.shorts=off").environment().options().toString())
        .contains("shorts=false");
    assertThatThrownBy(() -> read(BASE, "name=007")).hasMessageContaining("in quotes");
    assertThat(read(BASE, "name=\"007\"").name()).isEqualTo("007");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "search: {trails: 5, space: {algorithm.gamma: {real: [0.9, 1]}}} | search.trails | trials",
        "search: {space: {algorithm.gamma: {real: [0.9, NaN]}}} | real must be | [low, high]",
        "walkForward: {flods: 5} | walkForward.flods | folds",
        "walkForward: {validation: NaN} | validation | must be",
        "crossValidation: {gruops: 5} | crossValidation.gruops | groups",
        "crossValidation: [5] | crossValidation | keys and values",
      })
  void whoTrainsHearsOfFaultsInPartsOfOtherCommands(String part, String key, String right) {
    assertThatThrownBy(() -> read(BASE + part + "\n"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(key)
        .hasMessageContaining(right);
  }
}
