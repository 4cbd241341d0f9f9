package dev.beckon.api.http;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a route says of itself; the OpenAPI document is made of it.
///
/// @param tag the chapter it belongs to
/// @param summary one short line
/// @param description what it does, and what is worth knowing
/// @param request type of the JSON body, null for none
/// @param status of the answer when all went well
/// @param response type of the JSON answer, null for none or other content
/// @param contentType of the answer
/// @param query the query parameters it reads
/// @param example a JSON body as a caller would send it, or the answer where no body is sent; empty
///     for none
/// @param needs who may do it, in one word; empty where it is not a matter of members
public record About(
    String tag,
    String summary,
    String description,
    @Nullable Type request,
    int status,
    @Nullable Type response,
    String contentType,
    List<Parameter> query,
    String example,
    String needs) {

  /// A query parameter.
  public record Parameter(String name, String description, boolean repeated) {}

  public static About of(String tag, String summary, String description) {
    return new About(
        tag, summary, description, null, 200, null, "application/json", List.of(), "", "");
  }

  public About takes(Type type) {
    return new About(
        tag, summary, description, type, status, response, contentType, query, example, needs);
  }

  public About gives(Type type) {
    return gives(200, type);
  }

  public About gives(int code, @Nullable Type type) {
    return new About(
        tag, summary, description, request, code, type, contentType, query, example, needs);
  }

  public About as(String type) {
    return new About(
        tag, summary, description, request, status, response, type, query, example, needs);
  }

  public About asks(String name, String what) {
    return asking(new Parameter(name, what, false));
  }

  public About asksMany(String name, String what) {
    return asking(new Parameter(name, what, true));
  }

  public About example(String json) {
    return new About(
        tag, summary, description, request, status, response, contentType, query, json, needs);
  }

  public About needing(String who) {
    return new About(
        tag, summary, description, request, status, response, contentType, query, example, who);
  }

  private About asking(Parameter parameter) {
    List<Parameter> more = new ArrayList<>(query);
    more.add(parameter);
    return new About(
        tag,
        summary,
        description,
        request,
        status,
        response,
        contentType,
        List.copyOf(more),
        example,
        needs);
  }
}
