package io.tradinggym.agents.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.agents.Scripted;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Batch;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.space.Box;
import io.tradinggym.api.space.Discrete;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class BatchStateTest {
  private static final EnvironmentSpec SPEC =
      Scripted.described(Box.of(-1, 1, 2), Discrete.of(3)).masked(true).build();

  @Test
  void allThatTheNextDecisionIsTakenFromComesBack() throws IOException {
    Batch from = new Batch(SPEC, 2, AutoReset.NEXT_STEP);
    float[] observations = {.25f, -.5f, .75f, -1};
    boolean[] masks = {true, false, true, false, false, true};
    System.arraycopy(observations, 0, from.observations, 0, 4);
    System.arraycopy(masks, 0, from.masks, 0, 6);
    from.first[0] = false;
    from.first[1] = true;
    from.ends[0] = 2;
    from.ends[1] = 0;
    ByteArrayOutputStream saved = new ByteArrayOutputStream();
    BatchState.save(from, new DataOutputStream(saved));
    Batch to = new Batch(SPEC, 2, AutoReset.NEXT_STEP);
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(saved.toByteArray()));
    BatchState.restore(to, in);
    assertThat(in.available()).isZero();
    assertThat(to.observations).isEqualTo(observations);
    assertThat(to.masks).isEqualTo(masks);
    assertThat(to.first).containsExactly(false, true);
    assertThat(to.ends).containsExactly(2, 0);
  }
}
