package io.tradinggym.specialists.planted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.Batch;
import io.tradinggym.api.Gym;
import io.tradinggym.api.Options;
import io.tradinggym.api.VectorEnvironment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who reads the prices of an environment sees what the environment shows. */
class PlantedReaderTest {
  // What is left of 64 bars of unknown history in a mean of 60 bars, 250 bars later, is 2e-4 of it.
  private static final double FORGOTTEN = 2e-3;

  @ParameterizedTest
  @ValueSource(strings = {"Trend-v1", "Reversion-v1"})
  void itShowsWhatTheEnvironmentShows(String id) {
    PlantedReader reader = PlantedReader.of(id, Options.NONE);
    float[] seen = new float[reader.size()];
    double[] close = {80};
    try (VectorEnvironment envs = Gym.vector(id, 1)) {
      Batch batch = envs.newBatch();
      envs.reset(11, batch);
      reader.begin();
      reader.see(close);
      int action = 0;
      for (int step = 0; step < 251; step++) {
        action = step / 20 % 3;
        envs.step(new float[] {action}, batch);
        close[0] *= StrictMath.exp(batch.infos[1]);
        reader.see(close);
      }
      reader.observe(action, seen);
      float[] shown = batch.observation(0);
      assertThat(seen).hasSameSizeAs(shown);
      for (int i = 0; i < seen.length; i++) {
        boolean slow = id.equals("Reversion-v1") && (i == 3 || i == 4);
        if (!slow) { // means of 120 and 240 bars remember more
          assertThat(seen[i])
              .as("observation %d", i)
              .isCloseTo(shown[i], within((float) FORGOTTEN));
        }
      }
    }
  }

  @Test
  void whatItRemembersCanBeSaved() throws IOException {
    for (String id : PlantedReader.environments()) {
      PlantedReader reader = PlantedReader.of(id, Options.NONE);
      PlantedReader other = PlantedReader.of(id, Options.NONE);
      reader.begin();
      other.begin();
      double[] closes = {20, 21, 22};
      for (int bar = 0; bar < 30; bar++) {
        closes[bar % 3] *= 1.01;
        reader.see(closes);
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      reader.save(new DataOutputStream(bytes));
      other.restore(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
      closes[0] *= 0.97;
      reader.see(closes);
      other.see(closes);
      float[] one = new float[reader.size()];
      float[] two = new float[reader.size()];
      reader.observe(1, one);
      other.observe(1, two);
      assertThat(two).as(id).isEqualTo(one);
      double[] flat = new double[reader.instruments()];
      reader.weights(reader.flat(), flat);
      assertThat(flat).as(id).containsOnly(0);
    }
  }

  @Test
  void noOtherEnvironmentHasOne() {
    assertThatThrownBy(() -> PlantedReader.of("Stock-v1", Options.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Stock-v1");
  }
}
