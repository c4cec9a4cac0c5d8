package io.tradinggym.agents.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTextTest {
  @Test
  void readsTheThreeForms() {
    assertThat(Schedule.parse("1..0")).isEqualTo(Schedule.linear(1));
    assertThat(Schedule.parse("3e-4")).isEqualTo(Schedule.constant(3e-4));
    assertThat(Schedule.parse("1e-3 .. 0")).isEqualTo(Schedule.linear(1e-3));
    assertThat(Schedule.parse(" 1..0.04 over 0.16 ")).isEqualTo(Schedule.ramp(1, 0.04, 0.16));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.5", "1.0E-5", "0.1 .. 0.01", "1.0 .. 0.04 over 0.16"})
  void printsWhatItReads(String text) {
    assertThat(Schedule.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "fast", "1 ..", "1 to 0", "1 .. 0 over", "1 .. 0 over half"})
  void refusesWhatIsNoSchedule(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Schedule.parse(text))
        .withMessageContaining("a schedule reads")
        .withMessageContaining('"' + text + '"');
  }

  @Test
  void refusesARampOverMoreThanTheTraining() {
    assertThatIllegalArgumentException().isThrownBy(() -> Schedule.parse("1 .. 0 over 1.5"));
  }
}
