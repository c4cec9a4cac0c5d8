package io.tradinggym.agents.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.agents.train.Schedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrioritizationTest {
  private static final Schedule HALF = Schedule.constant(0.5);

  @ParameterizedTest
  @ValueSource(doubles = {-1e-300, Double.NaN})
  void prioritiesMatterByNoNegativePower(double alpha) {
    assertThatThrownBy(() -> new Prioritization(alpha, HALF, 1e-6))
        .hasMessageContaining("alpha of prioritised replay must be >= 0");
    assertThat(new Prioritization(0, HALF, 1e-6).alpha()).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1e-6, Double.NaN})
  void everyErrorHasAChance(double epsilon) {
    assertThatThrownBy(() -> new Prioritization(0.6, HALF, epsilon))
        .hasMessageContaining("epsilon of prioritised replay must be > 0");
  }

  @Test
  void itChangesInTheCourseOfTrainingIfItsCorrectionDoes() {
    assertThat(Prioritization.DEFAULT.changes()).isTrue();
    assertThat(new Prioritization(0.6, HALF, 1e-6).changes()).isFalse();
  }
}
