package io.tradinggym.explain.memory;

import java.nio.file.Path;

class HeapMemoryTest extends MemoryContract {
  @Override
  Memory open(Path folder, int dimensions, String identity) {
    return new HeapMemory(dimensions, identity);
  }

  @Override
  void closedAndOpenedItIsTheSame() {
    // It ends with the process.
  }

  @Override
  void whatAnotherEmbeddingMadeIsRefused() {
    // Nothing is there to be opened again.
  }
}
