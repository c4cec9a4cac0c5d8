package io.tradinggym.api;

/** Something put around an environment: around each lane's law, or around all lanes at once. */
public sealed interface Wrapper permits LaneWrapper, VectorWrapper {}
