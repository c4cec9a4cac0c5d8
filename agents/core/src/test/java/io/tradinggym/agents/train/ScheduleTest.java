package io.tradinggym.agents.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScheduleTest {
  private static final double ROUNDING = 1e-12;

  private static void assertAt(Schedule schedule, double progress, double expected) {
    assertThat(schedule.at(progress)).isCloseTo(expected, within(ROUNDING));
  }

  @Test
  void linesRunFromStartToEndAndStayThere() {
    Schedule line = Schedule.linear(4, 1);
    assertAt(line, 0, 4);
    assertAt(line, 0.25, 3.25);
    assertAt(line, 1, 1);
    assertAt(line, 1.5, 1);
    assertAt(line, -1, 4);
    assertAt(Schedule.linear(3), 0.5, 1.5);
    assertAt(Schedule.constant(7), 0.9, 7);
  }

  @Test
  void rampsEndAfterTheirPart() {
    Schedule ramp = Schedule.ramp(1, 0.2, 0.4);
    assertAt(ramp, 0, 1);
    assertAt(ramp, 0.1, 0.8);
    assertAt(ramp, 0.4, 0.2);
    assertAt(ramp, 0.7, 0.2);
    assertAt(Schedule.ramp(1, 0, 1), 0.75, 0.25);
    assertThatThrownBy(() -> Schedule.ramp(1, 0, 0)).hasMessageContaining("in (0, 1], was 0.0");
    assertThatThrownBy(() -> Schedule.ramp(1, 0, 1.01)).hasMessageContaining("was 1.01");
  }
}
