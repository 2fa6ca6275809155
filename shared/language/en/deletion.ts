export const deletion = {
  title: 'Delete API key',
  noId: 'The id of this key could not be read, so it cannot be deleted from here. Refresh the list to try again.',
  gone: 'This key is no longer in the list: it may have been deleted already.',
  permanent: 'Deleting is permanent. Whatever uses this key stops working at once.',
  unreadable: 'unreadable',
  noAnswer: 'The server has not answered yet.',
  deleting: 'Deleting…',
  stopWaiting: 'Stop waiting',
  typeName: 'Type the name {{text}} to delete this key',
  typeLastFour: 'Type the last four characters {{text}} to delete this key',
  typeKeyId: 'Type the key id {{text}} to delete this key',
} as const;
