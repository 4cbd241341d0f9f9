package dev.beckon.api.manage;

/// Something authored, as others refer to it.
public record RefJson(int id, String name) {}
