package io.tradinggym.experiments.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GrowthTest {
  /** A JVM of its own knows a size by its name. */
  @Test
  void everySizeIsFoundByItsName() {
    for (Growth.Point point : Growth.points()) {
      Benchmark each = point.benchmark();
      assertThat(Suite.find(each.name(), each.lanes(), each.threads()).name())
          .isEqualTo(each.name());
    }
  }

  @ParameterizedTest
  @EnumSource(Growth.Axis.class)
  void theSmallestSizeRuns(Growth.Axis axis) {
    Growth.Point first =
        Growth.points().stream().filter(point -> point.axis() == axis).findFirst().orElseThrow();
    try (Workload work = first.benchmark().workload().get()) {
      work.run(2048);
    }
  }

  @Test
  void unitsAreStepsOfAnAssetAndOperations() {
    Growth.Point[] points = Growth.points().toArray(Growth.Point[]::new);
    assertThat(Arrays.stream(points).filter(p -> p.axis() == Growth.Axis.ASSETS))
        .allMatch(p -> p.units() == p.size());
    // 256 rows of 32-64-64-3: 6 operations a weight but 4 in the first layer, in millions.
    assertThat(
            Arrays.stream(points)
                .filter(p -> p.axis() == Growth.Axis.WIDTH && p.size() == 64)
                .findFirst()
                .orElseThrow()
                .units())
        .isEqualTo(256 * (4 * 32 * 64 + 6 * 64 * 64 + 6 * 64 * 3) / 1e6);
  }
}
