package io.tradinggym.explain.memory;

import java.nio.file.Path;

class HeapMemoryTest extends MemoryContract {
  @Override
  Memory open(Path folder, int dimensions) {
    return new HeapMemory(dimensions, "test");
  }

  @Override
  void closedAndOpenedItIsTheSame() {
    // It ends with the process.
  }
}
