package io.tradinggym.agents.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Batch;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.api.space.Box;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintsTest {
  private static final EnvironmentSpec SPEC =
      EnvironmentSpec.of("Rows-v0")
          .observation(Box.of(-1e6, 1e6, 3))
          .action(Box.of(-1, 1, 1))
          .build();

  /** Of 10, 12, 17 the mean is 13, the variance 26 / 3; the second number never moves, the third is left alone. */
  @Test
  void observationsAreBroughtToMeanZeroAndDeviationOne() {
    Fingerprints prints = new Fingerprints(new int[] {0}, 1, 3, 2);
    prints.add(0, -1, new float[] {10, 4});
    prints.add(1, -1, new float[] {12, 4});
    prints.add(2, -1, new float[] {17, 4});
    float[] row = {99, 16, 5, 98};
    prints.standardise(row, 1);
    assertThat(row[0]).isEqualTo(99);
    assertThat((double) row[1]).isCloseTo(3 / Math.sqrt(26 / 3.0), within(1e-6));
    assertThat(row[2]).isZero();
    assertThat(row[3]).isEqualTo(98);
  }

  /** Over three steps the newest counts a half; slot 0 comes before slot 1 as any other, none begins anew. */
  @Test
  void fingerprintsAreMovingAverages() throws IOException {
    Fingerprints prints = new Fingerprints(new int[] {2, 0}, 3, 4, 3);
    prints.add(0, -1, new float[] {8, 50, 4});
    prints.add(1, 0, new float[] {4, 60, 8});
    prints.add(2, 1, new float[] {0, 70, 0});
    prints.add(3, -1, new float[] {1, 80, 2});
    ByteArrayOutputStream saved = new ByteArrayOutputStream();
    prints.save(new DataOutputStream(saved));
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(saved.toByteArray()));
    assertThat(in.readLong()).isEqualTo(4);
    in.skipNBytes(3 * 2 * Double.BYTES);
    for (float print : new float[] {4, 8, 6, 6, 3, 3, 2, 1}) {
      assertThat(in.readFloat()).isEqualTo(print);
    }
    assertThat(in.available()).isZero();
  }

  /** All that a replay holds, in the order of their distances; equal ones, every third row, by slot. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 6, 7, 29, 30, 40})
  void theNearestComeInOrder(int wanted) {
    int count = 30;
    RandomStream random = RandomStreams.of(5).stream("rows");
    float[][] rows = new float[count][3];
    Batch batch = new Batch(SPEC, 1, AutoReset.SAME_STEP);
    Replay replay = new Replay(SPEC, 1, AutoReset.SAME_STEP, count + 5, 1 << 20, null);
    replay.begin(batch);
    Fingerprints prints = new Fingerprints(new int[] {0, 1}, 1, count + 5, 3);
    for (int i = 0; i < count; i++) {
      rows[i][0] = i % 3 == 0 ? 2 : (float) random.gaussian();
      rows[i][1] = 7; // never moves, and says nothing
      rows[i][2] = (float) random.gaussian();
      prints.add(i, -1, rows[i]);
      replay.add(new float[1], batch);
    }
    int[] found = new int[wanted];
    int size = prints.nearest(replay, 12, new long[wanted], found);
    int[] sorted =
        IntStream.range(0, count)
            .boxed()
            .sorted(Comparator.comparing(i -> Math.abs(rows[i][0] - rows[12][0])))
            .mapToInt(Integer::intValue)
            .toArray();
    assertThat(size).isEqualTo(Math.min(wanted, count));
    assertThat(Arrays.copyOf(found, size)).containsExactly(Arrays.copyOf(sorted, size));
  }
}
