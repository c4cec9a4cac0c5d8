package io.tradinggym.examples.ownenvironment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WarmRoomTest {
  @Test
  void theHeaterIsOnInTheColdAndOffInTheWarm() {
    assertThat(Printed.by(() -> WarmRoom.main(new String[0])))
        .isEqualTo("too cold: 1, too warm: 0");
  }
}
