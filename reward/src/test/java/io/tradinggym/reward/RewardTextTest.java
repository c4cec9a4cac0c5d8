package io.tradinggym.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RewardTextTest {
  @Test
  void textReadsAsCodeDoes() {
    assertThat(Rewards.parse("logReturn - 0.1 turnover"))
        .isEqualTo(Rewards.logReturn().minus(0.1, Rewards.turnover()));
    assertThat(Rewards.parse("-2*profit+cvar( level = 0.9 )"))
        .isEqualTo(Rewards.profit().times(-2).plus(Rewards.cvar(0.9)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "logReturn",
        "-profit",
        "benchmark - 0.5 drawdown",
        "differentialSharpe(eta=0.01) - 3.0 ruin",
        "meanVariance(riskAversion=2.0) + cara(riskAversion=1.5)",
        "cvar(level=0.9, rate=1.0E-4)",
        "differentialDownside(eta=0.01) - 0.01 holding",
        "logReturn + exposureShaping(gamma=0.9)"
      })
  void printedTextIsReadBack(String text) {
    assertThat(Rewards.parse(text)).hasToString(text).isEqualTo(Rewards.parse(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sharpe             | unknown reward \"sharpe\"; known: benchmark",
        "logReturn turnover | cannot read \"turnover\" at character 11",
        "logReturn -        | cannot read",
        "cvar(alpha=0.9)    | cvar has no parameter \"alpha=0.9\"; known: [level, rate]",
        "cvar(level=much)   | \"much\" is not a number",
        "cvar(level=1.5)    | level must be in (0.0, 1.0), was 1.5",
        "0.1.2 profit       | \"0.1.2\" is not a number",
        "''                 | cannot read \"\" at character 1"
      })
  void mistakesAreNamed(String text, String message) {
    assertThatThrownBy(() -> Rewards.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
