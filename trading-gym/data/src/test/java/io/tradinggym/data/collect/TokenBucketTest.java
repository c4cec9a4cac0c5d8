package io.tradinggym.data.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private Instant now = Instant.parse("2025-02-24T22:00:00Z");
  private final List<Duration> waits = new ArrayList<>();
  private final TokenBucket bucket =
      new TokenBucket(
          2,
          SECOND.multipliedBy(2),
          () -> now,
          wait -> {
            waits.add(wait);
            now = now.plus(wait);
          });

  @Test
  void aFullBucketAtOnceThenOneEachTimeThatATokenHasGrown() throws InterruptedException {
    for (int i = 0; i < 4; i++) {
      bucket.take();
    }
    assertThat(waits).containsExactly(SECOND, SECOND);
  }

  @Test
  void aClockThatIsSetBackCostsNoWaitAndGivesNothingAway() throws InterruptedException {
    bucket.take();
    bucket.take();
    now = now.minus(Duration.ofHours(2));
    bucket.take();
    bucket.take();
    assertThat(waits).containsExactly(SECOND, SECOND);
  }
}
